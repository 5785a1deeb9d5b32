# Shopbell in a container. docs/operating.md says how to run it; test/architecture/container.test.ts what must hold in this file.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /shopbell
COPY . .
RUN npm ci --loglevel=error \
  && npm run build \
  && npm prune --omit=dev --loglevel=error

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 SHOPBELL_DATA=/data
RUN mkdir /data && chown node:node /data
WORKDIR /shopbell
# Owned by root: the server cannot change what it runs.
COPY --from=build /shopbell .
USER node
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/readyz').then(a=>process.exit(a.ok?0:1),()=>process.exit(1))"]
CMD ["node", "-C", "shopbell-source", "packages/server/src/main.ts"]
