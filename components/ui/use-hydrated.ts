import { useSyncExternalStore } from 'react'

const never = () => () => {}
const yes = () => true
const no = () => false

/** Whether the browser draws by itself: not on the server, nor in the first drawing, which repeats the server's. */
export const useHydrated = (): boolean => useSyncExternalStore(never, yes, no)
