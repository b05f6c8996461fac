import { notFound } from "next/navigation";

/** Any address that no other page answers: the not-found page, inside the portal. */
export default function MissingPage() {
  notFound();
}
