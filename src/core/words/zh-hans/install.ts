/** The pages that somebody sees in a browser who installs Rostrum in a workspace. */
export const install = {
  title: "Installing Rostrum",
  done: (space: string): string => `Rostrum is installed in “${space}”.`,
  next: "Go back to Slack and type /rostrum setup in any channel: it shows what to set up, or whom to ask to let this workspace in. /webinar help says what else there is. In each channel that Rostrum shall post to, type /invite @Rostrum.",
  denied: "Nothing was installed, because it was not allowed. If that was a mistake, begin again.",
  stale:
    "Nothing was installed: this page does not continue an installation that was begun in this browser within the last ten minutes, or it was opened twice. Begin again, and stay in the same browser.",
  used: "Nothing was installed: Slack's answer was used already, or is too old. Begin again.",
  another: "Nothing was installed: the answer was given to another app. Begin again, and from this link only.",
  misset:
    "Nothing was installed: Slack does not accept how Rostrum is set up on its machine. Please tell whoever runs it; the log there says what to change.",
  unreachable: "Nothing was installed: Slack could not be reached. Begin again in a minute.",
  fault: "Nothing was installed: something went wrong here. Please tell whoever runs Rostrum; the log there says what.",
  begin: "Begin again",
};
