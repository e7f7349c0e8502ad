// Plain JavaScript, so that whatever Node the machine has can say what to do. `npm ci` brings the right one.
import * as nodeModule from "node:module";

const NEEDED = 26;
if (Number(process.versions.node.split(".")[0]) < NEEDED) {
  console.error(`Rostrum needs Node ${NEEDED}, which npm ci brings along. Start it with: npm start`);
  process.exit(1);
}
nodeModule.enableCompileCache();
const { main } = await import("./src/main.ts");
await main();
