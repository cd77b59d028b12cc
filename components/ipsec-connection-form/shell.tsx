'use client'
import { type ComponentProps, type ReactNode, useCallback, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'

import { AdviceProvider } from '@/components/form/advice'
import { Form } from '@/components/form/form'
import type { useActionForm } from '@/components/form/use-action-form'
import { opened } from '@/components/ui/late'

import { DrawerProvider } from './drawer-context'
import { type Judge, JudgeProvider } from './judge-context'
import { SideSummary } from './side-summary'
import { AroundProvider } from './surroundings-context'
import type { TunnelIndex } from './tunnels'
import type { Around } from './use-around'
import type { WithConnection } from './use-values'

// Most forms find the gateway they need.
const CustomerGatewayDrawer = opened(() =>
  import('./customer-gateway-drawer').then((m) => m.CustomerGatewayDrawer),
)

interface ConnectionFormShellProps<Values extends FieldValues> {
  form: ReturnType<typeof useActionForm<Values, never>>
  judge: Judge
  around: Around
  submitName: string
  onCancel: () => void
  createGateway: ComponentProps<typeof CustomerGatewayDrawer>['create']
  keepDevice: ComponentProps<typeof SideSummary>['keepDevice']
  /** What OK began is shown instead; the form keeps what was typed. */
  hidden?: boolean
  /** The sections of the form. */
  children: ReactNode
}

/** A form that creates a connection: its sections, the summary beside them, and what all of them follow. */
export function ConnectionFormShell<Values extends FieldValues>({
  form,
  judge,
  around,
  ...props
}: ConnectionFormShellProps<Values>) {
  const [drawer, setDrawer] = useState<{ tunnel: TunnelIndex } | undefined>()
  const open = useCallback((tunnel: TunnelIndex) => setDrawer({ tunnel }), [])
  const close = useCallback(() => setDrawer(undefined), [])
  // Each form in this shell has a connection; what else it has does not matter here.
  const { setValue } = form.methods as unknown as UseFormReturn<WithConnection>
  return (
    <AroundProvider value={around}>
      <JudgeProvider judge={judge}>
        <AdviceProvider value={judge.board}>
          <DrawerProvider value={open}>
            <div
              hidden={props.hidden}
              onFocusCapture={judge.wake}
              onPointerDownCapture={judge.wake}
            >
              <Form
                form={form}
                error={form.error}
                pending={form.pending}
                labels="attachForm"
                submitName={props.submitName}
                onCancel={props.onCancel}
                surface="page"
              >
                <div className="grid gap-x-8 gap-y-4 min-[1800px]:has-[[data-tunnels]]:grid-cols-[minmax(0,1284px)_340px] xl:grid-cols-[minmax(0,880px)_340px]">
                  <div className="@container flex min-w-0 flex-col gap-3">{props.children}</div>
                  <SideSummary keepDevice={props.keepDevice} />
                </div>
              </Form>
            </div>
          </DrawerProvider>
        </AdviceProvider>
      </JudgeProvider>
      {drawer && (
        <CustomerGatewayDrawer
          create={props.createGateway}
          onClose={close}
          onCreated={(customerGatewayId) =>
            setValue(`connection.tunnels.${drawer.tunnel}.customerGatewayId`, customerGatewayId, {
              shouldDirty: true,
            })
          }
        />
      )}
    </AroundProvider>
  )
}
