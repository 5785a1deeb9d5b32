import { existsSync } from 'node:fs'
import ts from 'typescript'

/** A file of `test/docs/stages`: values that a block takes for granted, and perhaps a `check` of what it made. */
export interface Stage {
  readonly path: string
  readonly given: readonly string[]
  /** `made`: it wants to see what the block made. */
  readonly check: 'none' | 'alone' | 'made'
}

export function stageOf(path: string): Stage {
  if (!existsSync(path)) throw new Error(`There is no stage ${path}.`)
  const source = ts.createSourceFile(path, ts.sys.readFile(path) ?? '', ts.ScriptTarget.Latest, true)
  const exported = source.statements.filter(
    (statement) =>
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
  )
  const functions = exported.filter(ts.isFunctionDeclaration)
  const check = functions.find((declared) => declared.name?.text === 'check')
  return {
    path,
    given: [
      ...exported.filter(ts.isVariableStatement).flatMap(namesIn),
      ...functions.filter((declared) => declared !== check).flatMap((declared) => declared.name?.text ?? []),
    ],
    check: check === undefined ? 'none' : check.parameters.length > 0 ? 'made' : 'alone',
  }
}

function namesIn({ declarationList }: ts.VariableStatement): readonly string[] {
  return declarationList.declarations.map(({ name }) => name.getText())
}
