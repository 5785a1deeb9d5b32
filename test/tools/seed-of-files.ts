import { execFileSync } from 'node:child_process'
import { randomInt } from 'node:crypto'

/**
 * The seed of a run's random tests: of the committed files, so that one commit is green or red and never both, while every commit is
 * tried with examples of its own. Without a repository, by chance. `SHOPBELL_SEED` overrides it.
 */
export function seedOfFiles(): number {
  const { SHOPBELL_SEED: wanted } = process.env
  if (wanted !== undefined) return Number(wanted)
  try {
    const tree = execFileSync('git', ['rev-parse', 'HEAD^{tree}'], { encoding: 'utf8', stdio: 'pipe' })
    return parseInt(tree.slice(0, 7), 16)
  } catch {
    return randomInt(2 ** 28)
  }
}
