# One image for every part: `serve` (the default), `serve --module NAME`, `gateway`, `migrate`, `seed`, `import`, `export`.

FROM node:20-slim AS build
WORKDIR /standpoint
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && rm -f dist/.tsbuildinfo

FROM node:20-slim AS dependencies
WORKDIR /standpoint
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional

FROM node:20-slim
WORKDIR /standpoint
COPY --from=dependencies /standpoint/node_modules node_modules
COPY package.json LICENSE ./
COPY bin bin
COPY prisma prisma
COPY schema schema
COPY seeds seeds
COPY --from=build /standpoint/dist dist

# The embedded database, where DATABASE_URL names no server.
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
