import { pointer, problem, type Problem } from './problem.ts'

/** A compiled schema. */
export interface Checker {
  Check(value: unknown): boolean
  Errors(value: unknown): readonly ShapeError[]
}

interface ShapeError {
  readonly keyword: string
  readonly schemaPath: string
  readonly instancePath: string
  readonly message: string
  readonly params: object
}

/** What keeps a value from a schema, in sentences; `at` is the place of the value. */
export function errorsOf(checker: Checker, value: unknown, at: string): readonly Problem[] {
  if (checker.Check(value)) return []
  // What keeps a value from one form of several says little; that it fits none is said once.
  return checker
    .Errors(value)
    .filter(({ keyword, schemaPath }) => keyword !== 'boolean' && !schemaPath.includes('/anyOf/'))
    .flatMap((error) => toProblems(error, at + error.instancePath))
}

function toProblems({ keyword, message, params }: ShapeError, at: string): readonly Problem[] {
  const named = Object.values(params)
    .flat()
    .filter((name) => typeof name === 'string' || typeof name === 'number')
  switch (keyword) {
    case 'additionalProperties':
      return named.map((name) =>
        problem('SHAPE', at + pointer(name), `“${name}” is not known here; remove it.`),
      )
    case 'required':
      return named.map((name) => problem('SHAPE', at, `“${name}” is missing.`))
    case 'type':
      return [problem('SHAPE', at, `This has the wrong type; it must be ${named.join(' or ')}.`)]
    case 'anyOf':
      return [problem('SHAPE', at, 'This fits none of the allowed forms; compare with the schema.')]
    case 'pattern':
      return [problem('SHAPE', at, `This has not the form it needs, which is ${named.join()}.`)]
    case 'enum':
    case 'const':
      return [problem('SHAPE', at, `This value is not allowed here; use ${named.join(', ')}.`)]
    default:
      return [problem('SHAPE', at, `This does not fit: it ${message}.`)]
  }
}
