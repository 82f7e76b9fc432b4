import { openStore } from '../../src/store/open-store.ts'
import { silent } from '../helpers/silent-log.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { describeStore } from './store-contract.ts'

const dataFolder = temporaryFolder()

describeStore('SQLite', () => openStore({ dataFolder, logger: silent }))
