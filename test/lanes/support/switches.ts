/** Whether `--name` stands on the command line. */
export function isOn(name: string): boolean {
  return process.argv.includes(`--${name}`)
}
