import "./night.css";
import { live } from "#components/briefing/live";

// The pages of the night are no part of the portal in the browser: this is all that is sent with them.
const place = document.getElementById("live");
if (place) live(place);
