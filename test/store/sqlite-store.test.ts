import { openStore } from '../../src/store/open-store.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { describeStore } from './store-contract.ts'

const dataFolder = temporaryFolder()

describeStore('SQLite', (logger) => openStore({ dataFolder, logger }))
