import { count } from "./common.ts";

export const setup = {
  saved: "The network is set up.",
  continue: "Continue",
  nextStep: "Next: the channels of this server or workspace.",
  done: (space: string): string => `${space} is set up.`,
  check: "Check what works",
  whereDesk: "Without a desk I can only write problems to my log.",
  unknownChannel: "Choose a channel of this server or workspace.",
  unknownCity: (name: string): string => `I do not know the city “${name}”.`,
  noCity: "Name at least one city.",
  tooManyCities: (most: number): string => `At most ${most} cities fit on the line.`,
  asked: (space: string): string => `${space} is not connected yet. The network's admins have been asked.`,
  askedNobody: (space: string): string =>
    `${space} is not connected. Ask an admin of the network to connect it, or to name it in DISCORD_GUILDS.`,
  request: (who: string, space: string): string =>
    `${who}, who administers the server ${space}, asks to connect it to the network.`,
  connect: "Connect it",
  connected: (space: string): string => `${space} is connected.`,
  noSuchSpace: "I am not in that server any more.",
  firstAdmin: "You are the network's first admin.",
  sameChannel: "The desk must be a channel of its own: everyone reads the other two.",
};

export const roles = {
  title: "Ranks and roles",
  none: "Nobody has been given a rank by command yet.",
  until:
    "Until somebody holds a rank, the platform's own rights count: administrators are admins, and on Discord Manage Events makes an organiser, Manage Messages a moderator.",
  took: "no rank, and tied to nobody any more",
  nothingToTake: "had no rank and was tied to nobody",
  lastAdmin: "This is the last admin. Give the rank to somebody else first.",
  unknownAccount: "Choose a member or a group of this server or workspace.",
  groupNotPerson: "A group cannot be a person. Choose a member.",
  notInProgramme: (role: string, webinar: string): string =>
    `${webinar}: nobody is ${role} there. Add the person to the programme first.`,
  whichPerson: (role: string, webinar: string, names: string): string =>
    `${webinar}: there is more than one ${role}. Say who it is: ${names}.`,
  personHasNotRole: (person: string, role: string, webinar: string): string =>
    `${webinar}: ${person} is not ${role} there.`,
};

export const doctor = {
  since: (version: string, when: string): string => `Rostrum ${version}, since ${when}`,
  runs: "Rostrum runs; this is what it finds.",
  stands: "Rostrum does not run here; this is what I find from outside. Start it: npm start",
  database: (where: string): string => `Record and schedule: ${where}`,
  backup: (when: string): string => `Last backup: ${when}`,
  noBackup: "! no backup has been made yet: npm run -s backup, on the machine that I run on",
  connected: (platform: string, space: string, since: string): string =>
    `${platform}, ${space}: connected since ${since}`,
  connecting: (platform: string, since: string): string => `${platform}: connecting again since ${since}`,
  stopped: (platform: string, since: string): string => `${platform}: stopped since ${since}`,
  notConnected: (platform: string, space: string): string => `${platform}, ${space}: not connected to the network`,
  noPlatform: "No chat platform is configured.",
  fine: (place: string, purpose: string): string =>
    `✓ ${place} (${purpose}): I can post, open threads and check what arrived`,
  fineSlack: (place: string, purpose: string): string => `✓ ${place} (${purpose}): I can post and check what arrived`,
  broken: (place: string, purpose: string, why: string): string => `✗ ${place} (${purpose}): ${why}`,
  unsure: (place: string, purpose: string, why: string): string => `✓ ${place} (${purpose}): I can post. ${why}`,
  invite: (platform: string): string =>
    `To let me into another ${platform} server or workspace, with exactly the rights I need:`,
  hidden: (root: string): string =>
    `has a rank, but Discord does not show ${root} to them: Server Settings → Integrations → Rostrum → ${root} → “Add Roles or Members”`,
  unknown: (place: string, purpose: string): string =>
    `! ${place} (${purpose}): the platform did not answer when I looked`,
  noPlace: (purpose: string): string => `✗ no channel for ${purpose}: /rostrum setup`,
  noDesk: "! no desk: nobody is told when something fails: /rostrum setup",
  held: (n: number): string => `! ${count(n, "post is", "posts are")} unclear: /announce list`,
  overdue: (n: number): string => `! ${count(n, "post is", "posts are")} overdue and tried again`,
  lost: (n: number): string => `! ${count(n, "post", "posts")} of the last 7 days never went out: /announce list`,
  conflict: (what: string): string => `! ${what}`,
  again: "Check again",
};

/** Differences between the record's files and what was set by command. */
export const record = {
  gone: (entry: string): string => `No file describes ${entry} any more; it stays in the record as it was.`,
  kept: (file: string): string =>
    `${file} was changed, but a command changed the same before: the command's values were kept.`,
};

/** How it stands with a platform, and what to do. */
export const condition = {
  connected: (platform: string): string => `${platform} is connected.`,
  connecting: (platform: string): string => `${platform} is being connected.`,
  stopped: (platform: string): string => `${platform} is not connected.`,
  why: {
    lost: (platform: string): string => `The connection to ${platform} broke and is being made again.`,
    silent: (platform: string): string => `${platform} sent nothing any more, so the connection is being made again.`,
    unreachable: (platform: string): string => `${platform} cannot be reached. It is tried again without your help.`,
    sessions: (platform: string): string =>
      `${platform} allows no more new connections for now. It connects by itself when it may; restarting does not help. If another program uses the same token, stop it.`,
    shared: (platform: string): string =>
      `${platform} counts more connections than I have. If another program uses the same app token, stop it: it takes some of what people ask.`,
    absent: (platform: string): string =>
      `${platform} is connected. Some workspaces removed Rostrum, or their tokens are not accepted any more: they have to install it again. The others go on.`,
    install: (platform: string): string =>
      `Rostrum is not installed in this ${platform} workspace any more, or its token is not accepted. Let an admin of the workspace open the link for installing and press Allow. What is due there waits until then.`,
    socket: (platform: string): string =>
      `Socket Mode is switched off for the app, so ${platform} sends nothing. Switch it on on the app's page (Socket Mode → Enable Socket Mode) and start Rostrum again.`,
    appToken: (platform: string): string =>
      `${platform} does not accept the app token (SLACK_APP_TOKEN, which begins with xapp-). Make a new one on the app's page (Basic Information → App-Level Tokens, scope connections:write), put it into the environment or .env, and start Rostrum again.`,
    token: (platform: string): string =>
      `${platform} does not accept the token it was given. Make a new one, put it into the environment or .env, and start Rostrum again.`,
    intents: (platform: string): string =>
      `${platform} does not let Rostrum receive the events it asks for (its intents). Check the application's page for developers, under Bot, and start Rostrum again.`,
    version: (platform: string): string =>
      `${platform} no longer takes the connection as this version of Rostrum makes it. Update Rostrum and start it again.`,
    size: (platform: string): string =>
      `Rostrum is in too many ${platform} servers for one connection. Remove it from some and start it again.`,
  },
  until: (when: string): string => `Nothing is tried before ${when}.`,
};
