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

extension Duration {
    /// For libcurl, to which zero means no limit and which takes 32 bits.
    fileprivate var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        guard seconds < Int64(Int32.max) / 1000 else { return Int(Int32.max) }
        return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }

    var wholeSecondsUp: Int { (wholeMilliseconds + 999) / 1000 }
}
