import { expect, test } from "vitest";
import { toManifest } from "../../../src/adapters/slack/register.ts";
import { commands } from "../../../src/commands/commands.ts";
import { createBot } from "../../../src/core/bot/bot.ts";
import * as house from "../../support/house.ts";
import { openSlackRig } from "../../support/slack/rig.ts";

test("real", async () => {
  const menu = commands.filter((c) => !c.hidden);
  console.log(JSON.stringify(toManifest(menu, { name: "Rostrum", socketMode: true }).features.slash_commands, null, 1));
});
