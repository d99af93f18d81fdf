# Sourced by scripts/serve and scripts/test: how each part is built. All of it is incremental: what is up to date takes no time.
# shellcheck shell=bash disable=SC2154  # project comes from the script that sources this

jobs=${BALLAST_JOBS:-$(nproc)}

# Runs the script again within the toolchain, unless it is there already.
within_toolchain() {
  if [[ -z ${BALLAST_ENV:-} ]]; then exec "$project/scripts/env" "$0" "$@"; fi
}

# compile PRESET [CONFIGURE-WITH]: configures where needed, and builds.
compile() {
  local folder=$project/build/$1 preset=$1 version
  shift
  # A build folder from another compiler (before scripts/env was used, say) would mix the two.
  version=$({ c++ --version && emcc --version; } 2>&1 | sed -n '1p; /^emcc/p')
  if [[ $(cat "$folder/compiler.txt" 2>/dev/null) != "$version" ]]; then
    rm -rf "$folder" && mkdir -p "$folder" && printf '%s\n' "$version" >"$folder/compiler.txt"
  fi
  (
    cd "$project" || exit
    [[ -e $folder/build.ninja ]] || "$@" cmake --preset "$preset" || exit
    cmake --build --preset "$preset" -j "$jobs"
  )
}

build_native() { compile native; }
build_sanitize() { compile sanitize; }
build_wasm() { compile wasm emcmake; }

# node_packages FOLDER: as its lock file says, and only if it says something new.
node_packages() {
  local lock=$project/$1/package-lock.json installed=$project/$1/node_modules/.ballast-installed.json
  cmp -s "$lock" "$installed" && return
  (cd "$project/$1" && npm ci --loglevel=error --no-audit --no-fund </dev/null && cp "$lock" "$installed")
}

build_page() {
  node_packages web && (cd "$project/web" && node node_modules/vite/bin/vite.js build --logLevel warn)
}
