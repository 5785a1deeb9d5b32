import { comparisonsFor, type Condition, type Variable } from '@shopbell/engine'

/** How a value is written: not at all, chosen, or typed. */
type Input = 'none' | 'yes-no' | 'number' | 'date' | 'text' | 'list' | 'option'

export function inputFor({ source, op }: Condition, variable: Variable | undefined): Input {
  if (op === 'answered') return 'none'
  if (source === 'openNow' || source === 'returning') return 'yes-no'
  if (op === 'oneOf' || op === 'mentions') return 'list'
  if (source === 'variable' && variable?.type === 'number') return 'number'
  if (source === 'variable' && variable?.type === 'date') return 'date'
  if (source === 'variable' && variable && 'options' in variable) return 'option'
  return 'text'
}

/** The condition with another source or comparison, its value made to fit. */
export function refit(wanted: Condition, variables: Readonly<Record<string, Variable>>): Condition {
  const names = Object.keys(variables)
  const name = wanted.source === 'variable' ? (wanted.name ?? names[0]) : undefined
  const variable = name === undefined ? undefined : variables[name]
  const ops = comparisonsFor(wanted.source, variable)
  const op = ops.includes(wanted.op) ? wanted.op : (ops[0] ?? 'is')
  const { name: _name, value: _value, ...rest } = wanted
  const next: Condition = { ...rest, op, ...(name === undefined ? {} : { name }) }
  const value = fittingValue(next, variable, wanted.value)
  return value === undefined ? next : { ...next, value }
}

function fittingValue(
  condition: Condition,
  variable: Variable | undefined,
  old: Condition['value'],
): Condition['value'] {
  switch (inputFor(condition, variable)) {
    case 'none':
      return undefined
    case 'yes-no':
      return typeof old === 'boolean' ? old : true
    case 'number':
      return typeof old === 'number' ? old : 0
    case 'list':
      return Array.isArray(old) ? old : [String(old ?? '')]
    case 'option': {
      const options = variable && 'options' in variable ? variable.options : []
      return typeof old === 'string' && options.includes(old) ? old : (options[0] ?? '')
    }
    default:
      return typeof old === 'string' ? old : ''
  }
}
