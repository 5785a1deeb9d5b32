import ts from 'typescript'

export interface Names {
  readonly imported: ReadonlySet<string>
  /** What it makes at its top level: constants, functions, classes. */
  readonly made: ReadonlySet<string>
  /** Every name that stands anywhere in it. */
  readonly used: ReadonlySet<string>
}

/** The names of a piece of TypeScript. */
export function namesOf(code: string): Names {
  const source = ts.createSourceFile('block.ts', code, ts.ScriptTarget.Latest, true)
  return {
    imported: new Set(source.statements.filter(ts.isImportDeclaration).flatMap(importedBy)),
    made: new Set(source.statements.flatMap(madeBy)),
    used: new Set(identifiersIn(source)),
  }
}

function importedBy({ importClause }: ts.ImportDeclaration): readonly string[] {
  const { name, namedBindings } = importClause ?? {}
  const several =
    namedBindings === undefined
      ? []
      : ts.isNamespaceImport(namedBindings)
        ? [namedBindings.name.text]
        : namedBindings.elements.map((element) => element.name.text)
  return [...(name === undefined ? [] : [name.text]), ...several]
}

function madeBy(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundBy(name))
  const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)
  return isNamed && statement.name ? [statement.name.text] : []
}

function boundBy(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundBy(element.name) : []))
}

function identifiersIn(node: ts.Node): readonly string[] {
  const within: string[] = ts.isIdentifier(node) ? [node.text] : []
  ts.forEachChild(node, (child) => {
    within.push(...identifiersIn(child))
  })
  return within
}
