import { openStore } from '../../src/store/open-store.ts'
import { describeStore } from './store-contract.ts'
import { silent, temporaryFolder } from './temporary-folder.ts'

const dataFolder = temporaryFolder()

describeStore('SQLite', () => openStore({ dataFolder, logger: silent }))
