/**
 * What Chromium must not do behind our back. The last `--disable-features` wins, so Playwright's own
 * list is repeated in it; a test compares the two.
 */
export const quietFlags = [
  `--disable-features=${[
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "TcpPortRandomizationWin",
    "ThirdPartyStoragePartitioning",
    "msEdgeUpdateLaunchServicesPreferredVersion",
    "msForceBrowserSignIn",
    // It sends the shape of every form to Google.
    "AutofillServerCommunication",
  ].join(",")}`,
  // Neither has a switch that turns all of it off, and Chromium calls no forbidden port.
  "--component-updater=url-source=http://127.0.0.1:9/",
  "--gaia-url=http://127.0.0.1:9",
  "--disable-domain-reliability",
  "--no-pings",
  // WebRTC would go round the proxy.
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
] as const;
