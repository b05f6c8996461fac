/** What the sign-in page says for each reason for which somebody was not let in, by the word in its address. */
const sentences = {
  unknown: "Nobody here has your e-mail address yet. Ask an administrator to add you, then sign in again.",
  unverified: "Your provider has not verified your e-mail address. Verify it there, then sign in again.",
  deactivated: "Your account here has been deactivated. Ask an administrator if that is a mistake.",
  "too-many-tries": "There were too many tries to sign in. Wait a quarter of an hour, then try again.",
  "email-CredentialsSignin": "This link has expired or was used already. Ask for a new one.",
  OAuthCallbackError: "The provider did not complete the sign-in. Nothing has changed; try again.",
  AccessDenied: "You cannot sign in with this account.",
  "demo-CredentialsSignin": "This person is not here any more. Choose somebody else.",
  Configuration: "The sign-in did not work. Try again; if it keeps failing, tell whoever runs this server.",
} as const;

/** The sentence for `reason`, or undefined when there is nothing to say. An unknown reason gets a general one. */
export function refusalSentence(reason: string | undefined): string | undefined {
  if (!reason) return undefined;
  return Object.hasOwn(sentences, reason) ? sentences[reason as keyof typeof sentences] : sentences.Configuration;
}
