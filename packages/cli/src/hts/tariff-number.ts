/** As the schedule prints it: 6109.10.00.12; a shorter number keeps what it has. The rules have the same, but weigh more. */
export function displayed(digits: string): string {
  return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8), digits.slice(8)].filter(Boolean).join('.')
}
