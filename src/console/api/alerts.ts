// The calls of the alerts pages.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  cancelAlert,
  listAlerts,
  moveAlert,
  prepareAlert,
  readAlert,
  readAlertDelivery,
  reviewAlert,
  updateAlert,
} from '../../contract/alert-calls.ts';
import {
  type AlertTemplate,
  type AlertTemplateInput,
  createAlertTemplate,
  listAlertTemplates,
  moveAlertTemplate,
  updateAlertTemplate,
} from '../../contract/alert-templates.ts';
import type { Alert, AlertInput, AlertUpdateInput } from '../../contract/alerts.ts';
import type { AlertId } from '../../contract/ids.ts';
import { call } from './client.ts';

const KEY = ['alerts'] as const;
const TEMPLATES_KEY = ['alert-templates'] as const;
const oneKey = (id: string) => [...KEY, 'one', id] as const;
/** Another person prepares, another releases: what is looked at must not be old. */
const REFRESH_MS = 5_000;
const DELIVERY_EVERY_MS = 2_000;

export function useAlerts(query: z.input<typeof listAlerts.query>) {
  return useQuery({
    queryKey: [...KEY, 'list', query],
    queryFn: ({ signal }) => call(listAlerts, { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
}

export function useAlert(id: string) {
  return useQuery({
    queryKey: oneKey(id),
    queryFn: ({ signal }) => call(readAlert, { params: { id }, signal }),
    refetchInterval: REFRESH_MS,
  });
}

/** Asked again while boxes may still report (`live`). */
export function useAlertDelivery(id: AlertId, live: boolean) {
  return useQuery({
    queryKey: [...KEY, 'delivery', id],
    queryFn: ({ signal }) => call(readAlertDelivery, { params: { id }, signal }),
    refetchInterval: live ? DELIVERY_EVERY_MS : false,
    refetchIntervalInBackground: false,
  });
}

export const usePrepareAlert = () => useSaved((body: AlertInput) => call(prepareAlert, { body }));

export const useUpdateAlert = (id: AlertId) =>
  useSaved((body: AlertUpdateInput) => call(updateAlert, { params: { id }, body }));

export const useCancelAlert = (id: AlertId) =>
  useSaved((body: z.input<typeof cancelAlert.body>) => call(cancelAlert, { params: { id }, body }));

export const useMoveAlert = (id: AlertId) =>
  useSaved((body: z.input<typeof moveAlert.body>) => call(moveAlert, { params: { id }, body }));

export const useReviewAlert = (id: AlertId) =>
  useSaved((body: z.input<typeof reviewAlert.body>) => call(reviewAlert, { params: { id }, body }));

function useSaved<Given>(mutationFn: (given: Given) => Promise<Alert>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess(alert) {
      client.setQueryData(oneKey(alert.id), alert);
      void client.invalidateQueries({ queryKey: [...KEY, 'list'] });
    },
    // Someone else was faster: show what is now, beside the explanation.
    onError: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useAlertTemplates(state?: AlertTemplate['state']) {
  return useQuery({
    queryKey: [...TEMPLATES_KEY, state ?? 'all'],
    queryFn: async ({ signal }) =>
      (await call(listAlertTemplates, { query: { ...(state && { state }) }, signal })).items,
  });
}

/** With `as` a new version of it, else a new template. */
export function useSaveTemplate(as: AlertTemplate | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AlertTemplateInput) =>
      as
        ? call(updateAlertTemplate, { params: { id: as.id }, body: { ...body, version: as.version } })
        : call(createAlertTemplate, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: TEMPLATES_KEY }),
  });
}

export function useMoveTemplate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, move }: Pick<AlertTemplate, 'id' | 'version'> & { move: 'approve' | 'retire' }) =>
      call(moveAlertTemplate, { params: { id }, body: { version, move } }),
    onSettled: () => client.invalidateQueries({ queryKey: TEMPLATES_KEY }),
  });
}
