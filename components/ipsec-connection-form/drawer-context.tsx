'use client'
import { createContext, use } from 'react'

import type { TunnelIndex } from './tunnels'

const DrawerContext = createContext<(tunnel: TunnelIndex) => void>(() => undefined)

export const DrawerProvider = DrawerContext

/** Opens the panel that creates a customer gateway for a tunnel. It stands outside the form. */
export const useOpenDrawer = () => use(DrawerContext)
