// Settings at a distance: what is in force, the versions of a scope, and new ones.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { listSettings, type SettingScope, saveSettings, settingHistory } from '../../contract/box-settings.ts';
import { call } from './client.ts';

const KEY = ['box-settings'] as const;

export function useSettings() {
  return useQuery({
    queryKey: [...KEY, 'in-force'],
    queryFn: async ({ signal }) => (await call(listSettings, { signal })).items,
  });
}

/** Newest first. With no scope chosen nothing is asked. */
export function useSettingHistory(scope: SettingScope | undefined) {
  return useQuery({
    queryKey: [...KEY, 'history', scope ?? null],
    queryFn: async ({ signal }) => (scope ? (await call(settingHistory, { body: { scope }, signal })).items : []),
    enabled: scope !== undefined,
  });
}

export function useSaveSettings() {
  const client = useQueryClient();
  const renew = () => client.invalidateQueries({ queryKey: KEY });
  return useMutation({
    mutationFn: (body: z.input<typeof saveSettings.body>) => call(saveSettings, { body }),
    onSuccess: renew,
    // Someone else saved a version meanwhile: show it.
    onError: renew,
  });
}
