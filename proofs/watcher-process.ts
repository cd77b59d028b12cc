import { keepWatching } from '@/lib/history/keep-watching'

// A server that only watches.
process.once('disconnect', () => process.exit())
keepWatching()
process.send?.('ready')
