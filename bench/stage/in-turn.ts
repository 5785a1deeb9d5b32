/** Measures all of them once per round, one after the other: whatever disturbs the machine disturbs all alike. Results by subject. */
export async function inTurn<Subject, Result>(
  subjects: readonly Subject[],
  rounds: number,
  measure: (subject: Subject) => Promise<Result>,
): Promise<readonly Result[][]> {
  const results = subjects.map((): Result[] => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, subject] of subjects.entries()) results[place]?.push(await measure(subject))
  }
  return results
}
