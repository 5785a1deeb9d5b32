import { join } from 'node:path'
import ts from 'typescript'
import { ROOT } from './doc-blocks.ts'

/** What the strictest settings of this repository say of the modules, as `tsc` prints it; all in one go, which is fast. */
export function typeProblems(paths: readonly string[]): readonly string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(ROOT, 'tsconfig.base.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (problem) => {
        throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'))
      },
    },
  )
  const program = ts.createProgram(paths, {
    ...config?.options,
    composite: false,
    declaration: false,
    declarationMap: false,
    noEmit: true,
    allowImportingTsExtensions: true,
    rewriteRelativeImportExtensions: false,
    resolveJsonModule: true,
    types: ['node'],
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  })
  return ts.getPreEmitDiagnostics(program).map((problem) =>
    ts
      .formatDiagnostic(problem, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => ROOT,
        getNewLine: () => '\n',
      })
      .trim(),
  )
}
