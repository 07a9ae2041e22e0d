const easternDay = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day in US Eastern time, `YYYY-MM-DD`: the day on which CBP's law changes take effect. */
export function easternDate(utcMs: number): string {
  const parts = new Map(easternDay.formatToParts(utcMs).map(({ type, value }) => [type, value]))
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
}
