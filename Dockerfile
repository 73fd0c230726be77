# The server and nothing else: one static binary on an empty file system.
#
#   docker build -t ssh-resume .
#   docker run -d -p 22:2222 -v ssh-resume:/var/lib/ssh-resume --stop-timeout 15 ssh-resume
#
# It needs no capability, no writable file system but the volume, and no
# network but the port: see deploy/compose/compose.yaml.

# Go builds for other processors, so nothing is emulated; only BuildKit says which
# the machine at hand is, and for which to build.
FROM --platform=${BUILDPLATFORM:-linux/amd64} golang:1.26.8 AS build
WORKDIR /src
ENV CGO_ENABLED=0
ARG GOPROXY
# The modules change less often than the code, and are kept as a layer.
COPY go.mod go.sum ./
RUN go mod download
COPY cmd cmd
COPY data data
COPY internal internal
# What "ssh-resume version" says; there is no repository here to ask.
ARG VERSION
ARG COMMIT
ARG TARGETOS
ARG TARGETARCH
RUN GOOS=$TARGETOS GOARCH=$TARGETARCH go build -trimpath -ldflags "-s -w -X main.version=$VERSION -X main.commit=$COMMIT" -o /ssh-resume ./cmd/ssh-resume
RUN mkdir -m 700 /state

FROM scratch
LABEL org.opencontainers.image.title="ssh-resume" \
      org.opencontainers.image.description="A résumé to read in the terminal: ssh HOST" \
      org.opencontainers.image.licenses="MIT"
ARG VERSION
ARG COMMIT
LABEL org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$COMMIT"
COPY --from=build /ssh-resume /ssh-resume
# The host key is made here on first start. A new volume takes over the owner.
COPY --from=build --chown=65532:65532 /state /var/lib/ssh-resume
VOLUME /var/lib/ssh-resume
ENV STATE_DIRECTORY=/var/lib/ssh-resume
# By number, so that Kubernetes sees that it is not root.
USER 65532:65532
EXPOSE 2222
HEALTHCHECK --interval=30s --timeout=6s --start-period=5s CMD ["/ssh-resume", "healthcheck"]
ENTRYPOINT ["/ssh-resume"]
