import type { Script } from './script.ts'

/** Scripts with the names a report shows: the file's, without its folder and ending. */
export function named(scripts: readonly Script[]): readonly (readonly [name: string, script: Script])[] {
  return scripts.map((script) => [script.file.replace(/^.*\/|\.txt$/g, ''), script])
}
