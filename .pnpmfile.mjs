// The node-linux-* packages write "os" as a string, which pnpm does not record: without this, macOS and Windows
// would get a Linux binary first on their PATH.
export const hooks = {
  readPackage(pkg) {
    const match = /^node-(linux)-(x64|arm64)$/.exec(pkg.name ?? '')
    if (match) {
      pkg.os = [match[1]]
      pkg.cpu = [match[2]]
      pkg.libc = ['glibc']
    }
    return pkg
  },
}
