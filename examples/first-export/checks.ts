let passed = 0
const failed: string[] = []

export function heading(text: string): void {
  console.log(`\n\n${text}\n${'─'.repeat(text.length)}`)
}

/** States a fact about what was seen, and remembers when it does not hold. */
export function check(holds: boolean, fact: string): void {
  console.log(`${holds ? '  ✓' : '  ✗ NOT TRUE:'} ${fact}`)
  if (holds) passed += 1
  else failed.push(fact)
}

/** Prints the sum and makes the process end non-zero when anything was off. */
export function verdict(): void {
  console.log(`\n${passed} facts hold, ${failed.length} do not.`)
  for (const fact of failed) console.log(`  ✗ ${fact}`)
  if (failed.length > 0) process.exitCode = 1
}
