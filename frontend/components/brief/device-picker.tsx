import { useId } from "react";

interface DevicePickerProps {
  devices: MediaDeviceInfo[];
  deviceId: string;
  onChoose: (deviceId: string) => void;
}

export function DevicePicker({ devices, deviceId, onChoose }: DevicePickerProps) {
  const id = useId();
  if (devices.length < 2) return null;
  return (
    <div>
      <label htmlFor={id} className="text-sm font-medium">
        Microphone
      </label>
      <select
        id={id}
        value={deviceId}
        onChange={(event) => onChoose(event.target.value)}
        className="mt-1 block min-h-10 w-full rounded-lg border border-line-strong bg-surface px-3 text-sm"
      >
        {devices.map((device, i) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label || `Microphone ${i + 1}`}
          </option>
        ))}
      </select>
    </div>
  );
}
