# Joust itself, from the built distribution: mvn package, then docker build .
# BASE is any image with a Java 25 on the path and coreutils; one without Python must be Debian's or Ubuntu's.
ARG BASE=eclipse-temurin:25-jre

# With the times of files and folders fixed, the same files are the same layers, whenever and wherever they are built.
FROM ${BASE} AS files
COPY target/joust/ /dist/
COPY joust compare/src/main/docker/demo /ours/opt/joust/
RUN mkdir -p /libraries/opt/joust /service/opt/joust /ours/opt/joust/lib /ours/work/sessions \
    && mv /dist/lib/joust-*.jar /ours/opt/joust/lib \
    && mv /dist/scenarios /ours/opt/joust \
    && mv /dist/service /service/opt/joust \
    && mv /dist/lib /libraries/opt/joust \
    && chmod -R a+rX /libraries /service /ours \
    && chmod 1777 /ours/work /ours/work/sessions \
    && find /libraries /service /ours -exec touch -d @0 {} +

FROM ${BASE}
RUN command -v python3 >/dev/null \
    || { apt-get update -q && apt-get install -q -y --no-install-recommends python3 && rm -rf /var/lib/apt/lists/*; }
# From what changes seldom to what changes always.
COPY --from=files /libraries/ /
COPY --from=files /service/ /
COPY --from=files /ours/ /

ARG COMMIT=unknown
ENV JOUST_HOME=/opt/joust \
    JOUST_JAVA=java \
    JOUST_COMMIT=${COMMIT}

# A number, so that the base needs no such user; any other may write into /work as well.
USER 1000:1000
WORKDIR /work

# The launcher becomes the JVM, so SIGTERM is Joust's own. Run it with --init: trials that crash leave orphans, which somebody must reap.
ENTRYPOINT ["/opt/joust/joust"]
