# Node comes from the lockfile, as npm start has it: the image runs what the tests ran. Of this stage only npm is used.
FROM node:26-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && rm -rf node_modules/node-linux-*/include node_modules/node-linux-*/share

FROM debian:trixie-slim
# The one library that Node needs and Debian's slim image lacks.
RUN apt-get update && apt-get install --yes --no-install-recommends libatomic1 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY . .
RUN mkdir state && chown 10001:10001 state
# A compile cache would be lost with the container; without it nothing is written outside the volume.
ENV PATH=/app/node_modules/.bin:/usr/bin:/bin HOST=0.0.0.0 PORT=8080 NODE_DISABLE_COMPILE_CACHE=1
USER 10001:10001
VOLUME /app/state
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["node", "--eval", "fetch('http://127.0.0.1:8080/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# The flags of npm start, but no npm between: SIGTERM reaches the program itself.
CMD ["node", "--max-semi-space-size=2", "--preserve-symlinks", "rostrum.js"]
