// Plain JavaScript that switches the compile cache on before it loads anything, exactly as rostrum.js does.
import { enableCompileCache } from "node:module";

enableCompileCache();
await import("./bare.ts");
