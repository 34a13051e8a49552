import CCurl

extension EasyHandle {
    /// Sets what every transfer needs, whatever its protocol.
    func setConnection(_ timeouts: Timeouts, certificateAuthorityFile: String?) throws(CurlFailure) {
        try set(CURLOPT_NOSIGNAL, 1)
        // A name that does not resolve must not hold up the queue when its time is over: the resolver's thread is left
        // alone.
        try set(CURLOPT_QUICK_EXIT, 1)
        try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        try set(CURLOPT_BUFFERSIZE, 16_384)
        try set(CURLOPT_UPLOAD_BUFFERSIZE, 16_384)
        try set(CURLOPT_TIMEOUT_MS, timeouts.total.wholeMilliseconds)
        try set(CURLOPT_CONNECTTIMEOUT_MS, timeouts.connect.wholeMilliseconds)
        if timeouts.stall < timeouts.total {
            try set(CURLOPT_LOW_SPEED_LIMIT, 100)
            try set(CURLOPT_LOW_SPEED_TIME, timeouts.stall.wholeSecondsUp)
        }
        // With a directory of authorities besides the file, libcurl cannot share the parsed file: 0.9 MB for each
        // connection.
        try set(CURLOPT_CAPATH, nil)
        if let certificateAuthorityFile { try set(CURLOPT_CAINFO, certificateAuthorityFile) }
    }
}

extension EasyHandle {
    /// Sets what the protocols of mail need besides.
    func setMailServer(
        protocols: String, requiresTLS: Bool, user: String?, password: String?, _ timeouts: Timeouts
    ) throws(CurlFailure) {
        try set(CURLOPT_PROTOCOLS_STR, protocols)
        try set(CURLOPT_USE_SSL, Int((requiresTLS ? CURLUSESSL_ALL : CURLUSESSL_NONE).rawValue))
        if let user {
            try set(CURLOPT_USERNAME, user)
            try set(CURLOPT_PASSWORD, password ?? "")
            // Under TLS these two are enough, and every server has one; libcurl would prefer others, which do not work
            // wherever they are offered (CRAM-MD5 with hashed passwords, GSSAPI without Kerberos).
            try set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN")
        }
        // Each exchange has a connection of its own. A kept one would be closed by the multi handle, which waits for the
        // answer to QUIT or LOGOUT in place, up to two minutes.
        try set(CURLOPT_FORBID_REUSE, 1)
        try set(CURLOPT_SERVER_RESPONSE_TIMEOUT, timeouts.total.wholeSecondsUp)
    }
}

extension Duration {
    /// For libcurl, to which zero means no limit and which takes 32 bits.
    fileprivate var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        guard seconds < Int64(Int32.max) / 1000 else { return Int(Int32.max) }
        return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }

    var wholeSecondsUp: Int { (wholeMilliseconds + 999) / 1000 }
}
