/** A script that cannot be read, or a conversation that went otherwise: where, and in one sentence what to do or what differed. */
export class ScriptError extends Error {
  readonly file: string
  readonly line: number

  constructor(file: string, line: number, message: string) {
    super(`${file}:${String(line)}: ${message}`)
    this.name = 'ScriptError'
    this.file = file
    this.line = line
  }
}
