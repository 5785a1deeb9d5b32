import type { FastifySchema, FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify'
import { IsSchema, type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { findBadText } from '../web/find-bad-text.ts'
import { sayUnfit } from './say-unfit.ts'
import { UnfitRequest } from './unfit-request.ts'

/** Enough to mend a request by; a body of a thousand wrong rows is not answered with a thousand lines. */
const MAX_PLACES = 8

/**
 * Checks bodies, parameters and queries with the same validator as the sockets' frames: nothing is coerced, filled in or stripped,
 * an unknown key is refused.
 */
export const checkRequest: FastifySchemaCompiler<FastifySchema> = ({ schema, httpPart = 'body' }) => {
  const validator = Compile(schemaOf(schema))
  return (value: unknown) => {
    if (!validator.Check(value)) {
      const places = sayUnfit(validator.Errors(value)).slice(0, MAX_PLACES)
      return { error: new UnfitRequest('NOT_UNDERSTOOD', httpPart, places) }
    }
    const place = findBadText(value)
    if (place === null) return { value }
    return { error: new UnfitRequest('BAD_TEXT', httpPart, [{ place, what: 'is no well-formed text' }]) }
  }
}

/**
 * Answers leave only if they are exactly what their schema lists. One key more or less is a mistake of ours and becomes INTERNAL:
 * a secret that slips into an object must not slip out (reliability: A4).
 */
export const checkAnswer: FastifySerializerCompiler<FastifySchema> = ({
  schema,
  method,
  url,
  httpStatus,
}) => {
  const validator = Compile(schemaOf(schema))
  return (answer: unknown) => {
    if (validator.Check(answer)) return JSON.stringify(answer)
    const [first] = validator.Errors(answer)
    throw new Error(
      `${method} ${url} would answer ${httpStatus ?? ''} against its schema at "${first?.instancePath ?? ''}": ${first?.message ?? ''}`,
    )
  }
}

function schemaOf(schema: unknown): TSchema {
  if (IsSchema(schema)) return schema
  throw new TypeError('A route of the console needs TypeBox schemas.')
}
