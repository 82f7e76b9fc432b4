import { createRequire } from 'node:module'
import { join } from 'node:path'
import { errorCode } from './error-code.ts'
import { firstLineOfError } from './first-line-of-error.ts'

/** Why a package could not be loaded. */
export interface LoadFailure {
  readonly name: string
  /** Whether it is not there, rather than broken. */
  readonly isMissing: boolean
  /** The first line of what the error says. */
  readonly message: string
}

/** Loads packages by name from a folder with a `package.json` of its own; one that cannot be loaded throws what `failure` makes. */
export function createPackageLoader(
  folder: string,
  failure: (why: LoadFailure, cause: unknown) => Error,
): <Package>(name: string) => Package {
  const load = createRequire(join(folder, 'package.json'))
  return <Package>(name: string) => {
    try {
      return load(name) as Package
    } catch (error) {
      const message = firstLineOfError(error)
      const isMissing = errorCode(error) === 'MODULE_NOT_FOUND' && message.includes(`'${name}'`)
      throw failure({ name, isMissing, message }, error)
    }
  }
}
