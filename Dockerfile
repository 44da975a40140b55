# The image of Joust, from the built distribution: mvn package, then docker build .
# BASE is an image with coreutils and Java 25 on the path. An image without Python must be Debian's or Ubuntu's.
# A tag can change. A digest cannot: --build-arg BASE=eclipse-temurin:25-jre@sha256:...
ARG BASE=eclipse-temurin:25-jre

# File times are fixed, so the same files make the same layers in every build.
FROM ${BASE} AS files
COPY target/joust/ /dist/
COPY joust compare/src/main/docker/demo /ours/opt/joust/
RUN mkdir -p /libraries/opt/joust /service/opt/joust /ours/opt/joust/lib \
        /ours/work/scenarios /ours/work/sessions \
    && mv /dist/lib/joust-*.jar /ours/opt/joust/lib \
    && mv /dist/scenarios /dist/published /ours/opt/joust \
    && find /dist -maxdepth 1 -name '*.cdx.json' -exec mv {} /ours/opt/joust \; \
    && mv /dist/service /service/opt/joust \
    && mv /dist/lib /libraries/opt/joust \
    && chmod -R a+rX /libraries /service /ours \
    && chmod 1777 /ours/work /ours/work/sessions \
    && find /libraries /service /ours -exec touch -d @0 {} +

FROM ${BASE}
RUN command -v python3 >/dev/null \
    || { apt-get update -q && apt-get install -q -y --no-install-recommends python3 && rm -rf /var/lib/apt/lists/*; }
# In the order of how often they change, the least often first.
COPY --from=files /libraries/ /
COPY --from=files /service/ /
COPY --from=files /ours/ /

ARG COMMIT=unknown
ENV JOUST_HOME=/opt/joust \
    JOUST_JAVA=java \
    JOUST_COMMIT=${COMMIT}

# A number, so that the base needs no such user. Any other user may write into /work too.
USER 1000:1000
WORKDIR /work

# The launcher becomes the JVM, so Joust itself receives SIGTERM. Run the image with --init, which reaps the orphans of
# trials that crash.
ENTRYPOINT ["/opt/joust/joust"]
