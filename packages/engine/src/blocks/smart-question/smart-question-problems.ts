import { pointer, problem, type Problem } from '../../flow/problem.ts'
import type { BlockSurroundings } from '../block-kind.ts'
import type { SmartQuestion } from './smart-question.ts'

/** Finds what is wrong between a smart question and the variable it asks for, and among its own parts. */
export function smartQuestionProblems(
  _id: string,
  block: SmartQuestion,
  { variables }: BlockSurroundings,
): readonly Problem[] {
  return [...variableProblems(block, variables), ...timeProblems(block)]
}

function variableProblems(
  { variable, choices = [] }: SmartQuestion,
  variables: BlockSurroundings['variables'],
): readonly Problem[] {
  const asked = variables[variable]
  if (!asked) {
    return [
      problem(
        'VARIABLE_UNDECLARED',
        '/variable',
        `The flow has no variable “${variable}”; declare it or choose another.`,
      ),
    ]
  }
  const options = 'options' in asked ? asked.options : []
  const found: Problem[] = []
  if ('options' in asked && options.length === 0) {
    found.push(
      problem(
        'CHOICES_MISSING',
        '/variable',
        `“${variable}” has no options to choose from; add at least one.`,
      ),
    )
  }
  choices.forEach(({ id }, index) => {
    if (asked.type !== 'choice' || !options.includes(id)) {
      const message = `“${variable}” has no option “${id}” to lead elsewhere; only options of a single choice can.`
      found.push(problem('CHOICE_UNKNOWN', pointer('choices', index, 'id'), message))
    } else if (choices.findIndex((other) => other.id === id) !== index) {
      found.push(
        problem('CHOICE_UNKNOWN', pointer('choices', index, 'id'), `“${id}” is listed twice; keep one.`),
      )
    }
  })
  return found
}

function timeProblems({ reminder, timeout }: SmartQuestion): readonly Problem[] {
  if (!reminder || !timeout || reminder.afterSeconds < timeout.afterSeconds) return []
  const message = `The reminder comes after ${reminder.afterSeconds} seconds, but the question ends after ${timeout.afterSeconds}; make it shorter.`
  return [problem('REMINDER_TOO_LATE', '/reminder/afterSeconds', message)]
}
