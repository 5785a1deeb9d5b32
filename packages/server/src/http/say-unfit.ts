import type { TLocalizedValidationError } from 'typebox/error'
import type { Unfit } from './unfit-request.ts'

/** Words of a choice, and letters of a name, that a sentence tells; the whole list is in docs/openapi.json. */
const MAX_WORDS = 30
const MAX_NAME = 60

/**
 * What the validator found, each in words that say what to do: which keys are too many, and between which words one may choose. Of
 * what was sent only names of keys are repeated.
 */
export function sayUnfit(errors: readonly TLocalizedValidationError[]): readonly Unfit[] {
  const unions = new Set(errors.filter(({ keyword }) => keyword === 'anyOf').map(placeOf))
  return errors
    .filter(
      (error) => error.keyword !== 'boolean' && !(error.keyword === 'const' && unions.has(placeOf(error))),
    )
    .map((error) => ({ place: placeOf(error), what: sentenceOf(error, errors) }))
}

function sentenceOf(error: TLocalizedValidationError, errors: readonly TLocalizedValidationError[]): string {
  switch (error.keyword) {
    case 'additionalProperties': {
      const names = error.params.additionalProperties.map((name) => JSON.stringify(name.slice(0, MAX_NAME)))
      return `must not have ${names.slice(0, MAX_WORDS).join(', ')}; leave that out`
    }
    case 'enum':
      return oneOf(error.params.allowedValues) ?? error.message
    case 'const':
      return `must be ${JSON.stringify(error.params.allowedValue)}`
    case 'anyOf': {
      // The words of a union are told one by one before it.
      const words = errors.flatMap((other) =>
        other.keyword === 'const' && placeOf(other) === placeOf(error) ? [other.params.allowedValue] : [],
      )
      return oneOf(words) ?? error.message
    }
    default:
      return error.message
  }
}

function oneOf(words: readonly unknown[]): string | null {
  if (words.length === 0 || words.length > MAX_WORDS) return null
  return `must be one of ${words.map((word) => JSON.stringify(word)).join(', ')}`
}

function placeOf({ instancePath }: TLocalizedValidationError): string {
  return instancePath
}
