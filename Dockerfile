# Runs with a read-only file system: the server writes only to /data and /tmp.
#
#   docker run --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges -p 4000:4000 -v standpoint:/data standpoint
#
# One image for every part: `serve` (the default), `serve --module NAME`, `gateway`, `migrate`, `seed`, `import`, `export`.

FROM node:24-slim AS build
WORKDIR /standpoint
COPY package.json package-lock.json .npmrc ./
COPY client/package.json client/
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-slim AS dependencies
WORKDIR /standpoint
COPY package.json package-lock.json .npmrc ./
COPY client/package.json client/
RUN npm ci --omit=dev --omit=optional
COPY scripts/prune-dependencies.js scripts/
RUN node scripts/prune-dependencies.js

FROM node:24-slim
WORKDIR /standpoint
COPY --from=dependencies /standpoint/node_modules node_modules
COPY package.json LICENSE ./
COPY bin bin
COPY prisma prisma
COPY questions questions
COPY schema schema
COPY seeds seeds
COPY client/package.json client/
COPY --from=build /standpoint/dist dist
COPY --from=build /standpoint/client/dist client/dist

# The folder of the embedded database, which is used if DATABASE_URL is not set.
RUN mkdir /data && chown node:node /data
VOLUME /data

ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=4000 \
    DATA_DIR=/data/standpoint
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/standpoint.js"]
CMD ["serve"]
