import { makeTemporaryFolder } from '../../files/temporary-folder.ts'

/** A new folder for what an import is about to write; those that killed imports have left are removed. */
export const makeStagingFolder = (): Promise<string> => makeTemporaryFolder('hallway-import-')
