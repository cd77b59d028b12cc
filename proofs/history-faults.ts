import fc from 'fast-check'

import { READS, WRITES } from '@/proofs/cloud-faults'

// A call that arrives after its second send is what only the token guards against, so it comes often.
const faults = fc.record({
  fault: fc.constantFrom(
    'late',
    'late',
    'late',
    'error',
    'html',
    'reset',
    'empty',
    'throttle',
    'blocking',
  ),
  count: fc.integer({ min: 1, max: 3 }),
  skip: fc.integer({ min: 0, max: 2 }),
})
/** One fault of the emulator, at one of the calls that operations make. */
export const faultAtACall = fc
  .tuple(faults, fc.constantFrom({ when: 'before' }, { when: 'after' }), fc.boolean())
  .map(([{ fault, ...shared }, when, isRead]) => ({
    ...shared,
    fault,
    ...(['error', 'html', 'reset', 'empty'].includes(fault) && when),
    ...(fault === 'late' && { after: 60 }),
    actions: isRead && fault !== 'late' ? READS : WRITES,
  }))
