import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'
import { ROOT } from './repository-files.ts'
import { scriptsOf } from './scripts-of.ts'

/** One import of a file, static or dynamic. */
export interface Import {
  /** As it is written. */
  readonly specifier: string
  /** The file of the same package it leads to, from the root; null for a package or a module of Node. */
  readonly file: string | null
  /** True for `import type`, which is gone before the program runs. */
  readonly typeOnly: boolean
}

/** What a file of code imports, and from where it exports. */
export function importsOf(path: string): readonly Import[] {
  const source = scriptsOf(path)
  const { statements } = ts.createSourceFile(path, source, ts.ScriptTarget.Latest)
  const typeOnly = new Set(statements.filter(isTypeOnly).map((statement) => specifierOf(statement)))
  const valued = new Set(
    statements.filter((statement) => !isTypeOnly(statement)).map((it) => specifierOf(it)),
  )
  const specifiers = ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName)
  return [...new Set(specifiers)].map((specifier) => ({
    specifier,
    file: fileOf(path, specifier),
    typeOnly: typeOnly.has(specifier) && !valued.has(specifier),
  }))
}

function isTypeOnly(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement)) {
    const { importClause } = statement
    if (importClause === undefined) return false
    if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
    const { name, namedBindings } = importClause
    if (name !== undefined || namedBindings === undefined || !ts.isNamedImports(namedBindings)) return false
    return namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly)
  }
  return ts.isExportDeclaration(statement) && statement.isTypeOnly
}

function specifierOf(statement: ts.Statement): string | null {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return null
  const { moduleSpecifier } = statement
  return moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : null
}

function fileOf(importer: string, specifier: string): string | null {
  // The console's own name for packages/editor/src/lib.
  const target = specifier.startsWith('#lib/')
    ? `packages/editor/src/lib/${specifier.slice('#lib/'.length)}`
    : specifier.startsWith('.')
      ? posix.join(posix.dirname(importer), specifier)
      : null
  if (target === null) return null
  return existsSync(join(ROOT, target)) ? target : null
}
